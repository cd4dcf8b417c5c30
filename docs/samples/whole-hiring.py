#!/usr/bin/env python3
"""A whole hiring through the API, against the sample of `./assay run`, with nothing but the standard library.

A job with stages of its own, fifty applications by import, a review in bulk, a work sample and a scorecard, a dispute
that changes a score, a rejection that explains itself, an offer, a hire. Each step says what it found and stops the
script where the API does not do as its OpenAPI document says.

    python3 docs/samples/whole-hiring.py [http://localhost:8080] [http://localhost:8180/realms/assay]
"""
import json
import pathlib
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

API = (sys.argv[1:] or ["http://localhost:8080"])[0]
REALM = (sys.argv[2:] or ["http://localhost:8180/realms/assay"])[0]
BADGE = pathlib.Path(__file__).with_name("sql-badge.json").read_text()
SQL = "http://data.europa.eu/esco/skill/598de5b0-5b58-4ea7-8058-a4bc4d18c742"
RUN = uuid.uuid4().hex[:6]
TOKENS = {}


def token(person):
    if person not in TOKENS:
        form = {"grant_type": "password", "client_id": "assay-cli", "username": person, "password": person,
                "scope": "openid organization:*"}
        with urllib.request.urlopen(REALM + "/protocol/openid-connect/token",
                                    urllib.parse.urlencode(form).encode()) as answer:
            TOKENS[person] = json.load(answer)["access_token"]
    return TOKENS[person]


def call(person, method, path, body=None, expect=None, **headers):
    """The status, the JSON and the ETag of a call; stops where another status than the one expected comes back."""
    headers = {"Authorization": "Bearer " + token(person), **{k.replace("_", "-"): v for k, v in headers.items()}}
    if body is not None:
        headers.setdefault("Content-Type", "application/json")
        body = (body if isinstance(body, str) else json.dumps(body)).encode()
    if method == "POST":
        headers["Idempotency-Key"] = str(uuid.uuid4())
    request = urllib.request.Request(API + path, method=method, data=body, headers=headers)
    try:
        answer = urllib.request.urlopen(request)
    except urllib.error.HTTPError as refused:
        answer = refused
    text = answer.read().decode()
    if expect is not None and answer.status != expect:
        sys.exit(f"{method} {path}: {answer.status}, not {expect}\n{text}")
    json_like = "json" in answer.headers.get("Content-Type", "") and "ndjson" not in answer.headers["Content-Type"]
    return answer.status, json.loads(text) if json_like else text, answer.headers.get("ETag")


def get(path, person="rita"):
    return call(person, "GET", path, expect=200)[1]


def post(path, body, expect=201, person="rita"):
    return call(person, "POST", path, body, expect)[1]


def finished(operation):
    """Waits for work in the background."""
    for _ in range(300):
        now = get("/v1/operations/" + operation["id"])
        if now["state"] not in ("queued", "running"):
            return now
        time.sleep(0.2)
    sys.exit(f"not finished: {now}")


def scored(application, figure):
    """The score once it has that figure: what changes is scored anew in the background."""
    for _ in range(300):
        now = get(f"/v1/applications/{application}/score")
        if now[figure]:
            return now
        time.sleep(0.2)
    sys.exit(f"no {figure}: {now}")


def told(text):
    print("*", text)


# A job with stages of its own. It opens once it is complete, and its requirements are frozen by the first application.
skills = {name: get("/v1/skills?q=" + name)["items"][0]["id"] for name in ("spreadsheet", "data")}
job = post("/v1/jobs", {
    "title": "Reporting analyst " + RUN,
    "description": "Answers questions with data, and says how sure the answer is.",
    "language": "en", "workplaceType": "hybrid", "employmentType": "FULL_TIME", "openings": 1, "entryLevel": True,
    "locations": [{"city": "Harbor City", "country": "US"}],
    "salary": {"min": 52000, "max": 64000, "currency": "USD", "unit": "YEAR"},
    "requirements": [{"skill": {"uri": SQL}, "importance": 5, "mustHave": True, "level": 2},
                     {"skill": {"id": skills["spreadsheet"]}, "importance": 3},
                     {"skill": {"id": skills["data"]}, "importance": 2}]})
J = "/v1/jobs/" + job["id"]
etag = call("rita", "GET", J, expect=200)[2]
stages = call("rita", "PUT", J + "/stages", {"stages": [
    {"name": "Received", "phase": "new"}, {"name": "Desk review", "phase": "in-review"},
    {"name": "Work sample", "phase": "interview"}, {"name": "Panel", "phase": "interview"}]},
    200, If_Match=etag)[1]["items"]
stage = {one["name"]: one["id"] for one in stages}
etag = call("rita", "GET", J, expect=200)[2]
call("rita", "PATCH", J, {"status": "open"}, 200, If_Match=etag)
told(f"{job['title']}: open, stages {', '.join(stage)}")

# Fifty applications in one request; the last of them brings a badge for an address that nobody vouches for.
lines = [{"candidate": {"givenName": f"Applicant {n:02}", "familyName": "Sample", "emailVerified": True,
                        "email": f"applicant-{n:02}.{RUN}@mail.example"},
          "source": {"channel": "old system", "reference": f"{RUN}-{n}"}} for n in range(49)]
lines.append({"candidate": {"givenName": "Robin", "familyName": "Vale", "email": "robin.vale@mail.example"},
              "credentials": [{"document": json.loads(BADGE)}], "source": {"channel": "old system", "reference": RUN}})
operation = finished(call("rita", "POST", J + "/applications/import", "\n".join(map(json.dumps, lines)), 202,
                          Content_Type="application/x-ndjson")[1])
results = [json.loads(line) for line in get(operation["result"]).splitlines()]
filed = [line["applicationId"] for line in results if line["outcome"] == "created"]
assert len(filed) == 50, results
again = finished(call("rita", "POST", J + "/applications/import", "\n".join(map(json.dumps, lines)), 202,
                      Content_Type="application/x-ndjson")[1])
assert {json.loads(line)["outcome"] for line in get(again["result"]).splitlines()} == {"existing"}
told("fifty applications by import; the same lines again made none")
robin, first, second = filed[49], filed[0], filed[1]

# Everybody is looked at: one call, a reason for each where one is due.
moved = post(J + "/applications/bulk-transitions",
             {"moves": [{"applicationId": one, "stage": stage["Desk review"]} for one in filed]}, 200)
assert moved["moved"] == 50, moved
told("all fifty moved to the desk review at once")

# Robin's badge is genuine, but nobody knows that the address is Robin's, nor yet who issued it.
known = [one for one in get("/v1/issuers", "hana")["items"] if json.loads(BADGE)["issuer"]["id"] in one["ids"]]
if not known:
    post("/v1/issuers", {"ids": [json.loads(BADGE)["issuer"]["id"]], "name": "Lantern Institute", "tier": "trusted",
                         "achievements": ["*"]}, person="hana")
before = scored(robin, "potential")
told(f"Robin Vale: {before['score']} proven, up to {before['potential']} once the address is confirmed")
status, problem, _ = call("rita", "POST", f"/v1/applications/{robin}/transitions",
                          {"to": "rejected", "reason": "requirements-not-shown"})
assert status == 409, (status, problem)
told(f"a rejection on open evidence is refused: {problem['type'].rsplit('/', 1)[1]}")

# Robin says so; a person checks and answers, and the score changes.
credential = get(f"/v1/applications/{robin}")["credentials"][0]["id"]
dispute = post(f"/v1/applications/{robin}/disputes",
               {"about": {"kind": "credential", "id": credential}, "statement": "The badge is mine, and so is the address."})
candidate = get(f"/v1/applications/{robin}")["candidateId"]
post(f"/v1/candidates/{candidate}/email-attestation",
     {"method": "phone", "checkedAt": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())}, 200)
answered = post(f"/v1/disputes/{dispute['id']}/resolution",
                {"outcome": "upheld", "answer": "We called you back; the badge counts now."}, 200)
assert answered["scoreNow"] > answered["scoreThen"], answered
told(f"a dispute, due by {dispute['dueAt'][:10]}, answered: {answered['scoreThen']} is now {answered['scoreNow']}")

# The interview: times proposed, one taken, a scorecard each, blind until one's own is in.
required = get(J)["requirements"][0]["skill"]["id"]
for one in (robin, first):
    post(f"/v1/applications/{one}/transitions", {"stage": stage["Panel"]}, 200)
day = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 7 * 86400))
interview = post(f"/v1/applications/{robin}/interviews",
                 {"slots": [{"start": day + "T09:00:00Z", "end": day + "T10:00:00Z"},
                            {"start": day + "T13:00:00Z", "end": day + "T14:00:00Z"}], "location": "Room 4"})
post(f"/v1/interviews/{interview['id']}/booking", {"start": day + "T13:00:00Z"}, 200)
assert "BEGIN:VEVENT" in get(f"/v1/interviews/{interview['id']}/calendar")
post(f"/v1/applications/{robin}/scorecards",
     {"recommendation": "yes", "attributes": [{"skillId": required, "rating": "strong-yes"}]}, person="hana")
blind = get(f"/v1/applications/{robin}/scorecards")["items"]
assert [card["blind"] for card in blind] == [True], blind
post(f"/v1/applications/{robin}/scorecards",
     {"recommendation": "strong-yes", "attributes": [{"skillId": required, "rating": "yes"}]})
seen = get(f"/v1/applications/{robin}/scorecards")["items"]
assert [card["blind"] for card in seen] == [False, False], seen
told("an interview in the calendar; two scorecards, each blind until the reader's own was in")

# Whoever has no badge shows it by a work sample, which counts like proof of any other kind.
rubric = post("/v1/rubrics", {"name": "A report from two tables " + RUN, "method": "work-sample", "skillId": required,
                              "criteria": [{"name": "The figures are right",
                                            "levels": ["None is", "Some are", "Most are", "All are",
                                                       "All are, and doubtful ones are named"]}]}, person="hana")
post(f"/v1/applications/{first}/evidence",
     {"rubricId": rubric["id"], "rubricVersion": 1, "ratings": [4], "supervision": "supervised-with-identity",
      "performedOn": time.strftime("%Y-%m-%d", time.gmtime())})
sample = scored(first, "score")
told(f"a work sample: Applicant 00 has {sample['score']} points")
ranking = get(J + "/ranking")["items"]
told("ranked: " + ", ".join(f"{row['rank']}. {row['score']}" for row in ranking))

# A rejection says why, to us by a code and to the candidate in plain words.
call("rita", "POST", f"/v1/applications/{second}/transitions",
     {"to": "rejected", "reason": "other-candidates-stronger"}, 200)
explanation = get(f"/v1/applications/{second}/explanation")
told("a rejection, explained: " + explanation["status"]["sentence"])

# The offer needs another person's approval where the employer wants that; accepted, it is a hire.
offer = post(f"/v1/applications/{robin}/offers",
             {"salary": {"amount": "55000.00", "currency": "USD", "unit": "YEAR"}, "usualAmount": "52000.00",
              "startDate": "2027-01-11"})
for step in ("approved", "extended", "accepted"):
    offer = call("hana", "POST", f"/v1/offers/{offer['id']}/transitions", {"to": step}, 200)[1]
hire = [one for one in get("/v1/hires")["items"] if one["applicationId"] == robin][0]
early = call("rita", "POST", f"/v1/hires/{hire['id']}/ratings", {"day": 30, "rating": 4}, 409)[1]
told(f"Robin Vale is hired at {offer['salary']['amount']} {offer['salary']['currency']}, starts {hire['startDate']}; a rating after 30 days is refused today: {early['type'].rsplit('/', 1)[1]}")

# What it was decided on stays provable: the receipt is signed, and anybody can check it.
receipt = get(f"/v1/applications/{robin}/score/receipt")
report = call("rita", "POST", "/v1/receipts/verify", receipt, 200)[1]
told(f"the receipt of the score, checked: {json.dumps(report)[:160]}")
told("everything is an event with a number, and a row of the audit trail: " +
     str(get("/v1/audit-events/verification", "hana").get("state")))
