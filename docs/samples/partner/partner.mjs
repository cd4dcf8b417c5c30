#!/usr/bin/env node
/**
 * A job board in one file, written from docs/partners.md and the OpenAPI document alone: it lists postings, hands in
 * applications, and is told what becomes of each. Whatever dies meanwhile, the server or this program, nothing is handed
 * in twice and nothing is lost: each call is written down with its Idempotency-Key before it is made, and made again until
 * there is an answer.
 *
 *     npm install && node partner.mjs apply 10        hands in ten applications, one after the other
 *     node partner.mjs listen                         takes messages until it is ended
 *     node partner.mjs apply 10 listen                both at once
 *     node partner.mjs catch-up                       prints every event there is, as the server lists them
 *
 * ASSAY, REALM, CLIENT_ID, CLIENT_SECRET say whose board it is (the sample of `./assay run` by default), HOOK its address
 * for messages on the web (without it, it is told nothing), PORT where it listens for what a proxy of yours takes there,
 * STATE the file of what it has done, EMPLOYER whose events are wanted where several employers grant them.
 */
import { createPublicKey, randomUUID, verify } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { Webhook } from "standardwebhooks";

const {
  ASSAY = "http://localhost:8080",
  REALM = "http://localhost:8180/realms/assay",
  CLIENT_ID = "jobsphere",
  CLIENT_SECRET = "jobsphere-sample-secret",
  HOOK = "",
  PORT = "8000",
  STATE = "partner-state.ndjson",
  EMPLOYER = "",
} = process.env;
const AGAIN = new Set([401, 408, 425, 429]);

// --- what was done, a line each, on the disk before anybody hears of it --------------------------------------------------

const done = existsSync(STATE)
  ? readFileSync(STATE, "utf8").split("\n").filter((line) => line.endsWith("}")).map((line) => JSON.parse(line))
  : [];
const file = openSync(STATE, "a");
if (done.length > 0 && !readFileSync(STATE, "utf8").endsWith("\n")) writeSync(file, "\n");

function note(kind, what) {
  const line = { kind, ...what };
  writeSync(file, JSON.stringify(line) + "\n");
  fsyncSync(file);
  done.push(line);
  console.log(JSON.stringify(line));
  return line;
}

const noted = (kind) => done.filter((line) => line.kind === kind);

// --- calls ---------------------------------------------------------------------------------------------------------------

let token = { text: "", until: 0 };

async function bearer() {
  if (Date.now() > token.until) {
    const answer = await fetch(`${REALM}/protocol/openid-connect/token`, {
      method: "POST",
      body: new URLSearchParams({ grant_type: "client_credentials", client_id: CLIENT_ID, client_secret: CLIENT_SECRET }),
    });
    if (!answer.ok) throw new Error(`no token: ${answer.status}`);
    const { access_token, expires_in } = await answer.json();
    token = { text: access_token, until: Date.now() + (expires_in - 60) * 1000 };
  }
  return token.text;
}

/** Calls until there is an answer that says what came of it. */
async function call(method, path, body, key) {
  for (let wait = 200; ; wait = Math.min(2 * wait, 5000)) {
    let later = 0;
    try {
      const answer = await fetch(ASSAY + path, {
        method,
        headers: {
          Authorization: "Bearer " + (await bearer()),
          ...(body && { "Content-Type": "application/json" }),
          ...(key && { "Idempotency-Key": key }),
          ...(EMPLOYER && { "Assay-Employer": EMPLOYER }),
        },
        body: body && JSON.stringify(body),
      });
      const text = await answer.text();
      if (answer.status === 401) token.until = 0;
      later = Number(answer.headers.get("Retry-After")) || 0;
      if (!AGAIN.has(answer.status) && answer.status < 500 && !later) {
        return { status: answer.status, json: text && JSON.parse(text) };
      }
    } catch {
      // Nobody there, or gone in the middle of it: whether it was done, the same call will tell.
    }
    await pause(Math.max(wait, later * 1000));
  }
}

async function get(path) {
  const { status, json } = await call("GET", path);
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(json)}`);
  return json;
}

// --- postings out, applications in ---------------------------------------------------------------------------------------

async function postings() {
  const all = [];
  for (let after = ""; after !== null; ) {
    const page = await get("/v1/partner/jobs?limit=100" + (after && "&after=" + encodeURIComponent(after)));
    all.push(...page.items);
    after = page.next;
  }
  return all;
}

async function apply(count) {
  const open = (await postings()).filter((job) => job.status !== "paused");
  console.log(JSON.stringify({ kind: "listed", jobs: open.length }));
  if (open.length === 0) throw new Error("no posting to apply for");
  const answered = new Set(noted("answered").map((line) => line.key));
  const begun = noted("begun").filter((line) => !answered.has(line.key));
  for (let made = noted("begun").length; begun.length > 0 || made < count; ) {
    const one =
      begun.shift() ??
      note("begun", {
        key: randomUUID(),
        job: open[made++ % open.length].id,
        email: `applicant-${randomUUID()}@mail.example`,
      });
    const { status, json } = await call(
      "POST",
      `/v1/partner/jobs/${one.job}/applications`,
      {
        candidate: { givenName: "Sample", familyName: "Applicant", email: one.email, emailVerified: true },
        source: { channel: "partner", reference: one.key },
      },
      one.key,
    );
    const application = status === 202 ? await taken(one.job, json.id) : json.id;
    note("answered", { key: one.key, email: one.email, status, application });
  }
  console.log(JSON.stringify({ kind: "applied", count: noted("answered").length }));
}

/** What became of an application that waits to be verified. */
async function taken(job, submission) {
  for (;;) {
    const now = await get(`/v1/partner/jobs/${job}/submissions/${submission}`);
    if (now.status !== "accepted") return now.applicationId;
    await pause(500);
  }
}

// --- outcomes back -------------------------------------------------------------------------------------------------------

/** The endpoint at the employer: added once, with a key that is written down first. Its secret is told this once. */
async function endpoint() {
  const known = noted("endpoint")[0];
  if (known) return known;
  const { key } = noted("endpoint-begun")[0] ?? note("endpoint-begun", { key: randomUUID() });
  const { status, json } = await call("POST", "/v1/partner/webhook-endpoints", { url: HOOK }, key);
  if (status !== 201) throw new Error(`no endpoint: ${status} ${JSON.stringify(json)}`);
  return note("endpoint", { id: json.id, secret: json.secret, publicKey: json.publicKey });
}

/** The other kind of signature, which the library does not know, by OpenSSL. */
function isSignedByKey(publicKey, headers, body) {
  const key = createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(publicKey.slice(5), "base64").toString("base64url") },
    format: "jwk",
  });
  const signed = Buffer.concat([Buffer.from(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.`), body]);
  return headers["webhook-signature"]
    .split(" ")
    .filter((one) => one.startsWith("v1a,"))
    .some((one) => verify(null, signed, key, Buffer.from(one.slice(4), "base64")));
}

async function listen() {
  const { secret, publicKey } = await endpoint();
  const library = new Webhook(secret);
  const heard = new Set(noted("event").map((line) => line.id));
  createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      let message;
      try {
        message = library.verify(body.toString(), request.headers);
        if (!isSignedByKey(publicKey, request.headers, body)) throw new Error("v1a does not fit");
      } catch (refused) {
        note("refused", { why: refused.message });
        return response.writeHead(401).end();
      }
      // Once each: the same id comes again when an answer was lost.
      const id = request.headers["webhook-id"];
      if (!heard.has(id)) {
        heard.add(id);
        note("event", { id, type: message.type, ...message.data });
      }
      response.writeHead(204).end();
    });
  }).listen(Number(PORT), "127.0.0.1", () => console.log(JSON.stringify({ kind: "listening", port: PORT })));
}

/** Everything that may be heard, by number: for what was missed when the endpoint was away for too long. */
async function catchUp() {
  for (let after = 0; ; ) {
    const { items } = await get(`/v1/partner/events?limit=200&after=${after}`);
    if (items.length === 0) return;
    items.forEach((event) => console.log(JSON.stringify({ kind: "listed-event", ...event })));
    after = items.at(-1).sequence;
  }
}

// -------------------------------------------------------------------------------------------------------------------------

process.on("SIGTERM", () => {
  closeSync(file);
  process.exit(0);
});
const words = process.argv.slice(2);
const count = words.includes("apply") ? Number(words[words.indexOf("apply") + 1]) : 0;
if (!(words.includes("apply") ? count > 0 : words.includes("listen") || words.includes("catch-up"))) {
  console.error("Usage: partner.mjs [apply NUMBER] [listen] [catch-up]");
  process.exit(2);
}
if (words.includes("listen")) await listen();
if (count > 0) await apply(count);
if (words.includes("catch-up")) await catchUp();
