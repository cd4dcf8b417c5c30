// Issues the credentials that benchmarks verify: 200 distinct Open Badges of 10 issuers for each
// kind of proof, with @digitalbazaar/vc and jose. Takes a folder and writes KIND.json into it, a
// list of texts, each as a holder would hand it in.
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as jose from 'jose';
import * as vc from '@digitalbazaar/vc';
import {createHash, randomUUID} from 'node:crypto';
import {documentLoaderFor, ED25519_2020, OB_3_0_1, OB_3_0_3, VC_1, VC_2} from './documents.mjs';
import {createSignCryptosuite as jcs} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {Ed25519Signature2020} from '@digitalbazaar/ed25519-signature-2020';
import {Ed25519VerificationKey2020} from '@digitalbazaar/ed25519-verification-key-2020';
import {join} from 'node:path';
import {cryptosuite as rdfc} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {writeFileSync} from 'node:fs';

const CREDENTIALS = 200;
const ISSUERS = 10;
const FROM = '2026-01-10T09:00:00Z';
const TOPICS = ['Data basics', 'Schweißen – Grundlagen', 'Éthique de l’IA', 'Żywienie zbiorowe'];

function alignment(topic, part) {
  return {
    type: ['Alignment'],
    targetName: `${topic}, part ${part}`,
    targetUrl: `http://data.europa.eu/esco/skill/${createHash('md5').update(topic + part).digest('hex')}`,
    targetFramework: 'ESCO',
    targetCode: `S${part}.${topic.length}`
  };
}

function achievement(number, issuer) {
  const topic = TOPICS[number % TOPICS.length];
  const base = `https://college${issuer}.bench.example/achievements/${number % 40}`;
  const levels = ['beginner', 'capable', 'proficient', 'expert', 'master'].map((name, index) => ({
    id: `${base}/levels/${index + 1}`,
    type: ['RubricCriterionLevel'],
    name,
    description: `What a ${name} does without help in “${topic}”.`,
    level: `${index + 1}`
  }));
  return {
    id: base,
    type: ['Achievement'],
    name: topic,
    description: `Whoever holds this has shown, in a practical examination: ${topic} (${number}).`,
    achievementType: 'Certificate',
    creditsAvailable: 2.5,
    criteria: {narrative: 'A practical examination of **three hours**, supervised, and a report.'},
    tag: ['practical', 'supervised', `topic-${number % TOPICS.length}`],
    alignment: [1, 2, 3].map(part => alignment(topic, part)),
    resultDescription: [{
      id: `${base}/grade`,
      type: ['ResultDescription'],
      name: 'Level reached',
      resultType: 'RubricCriterionLevel',
      rubricCriterionLevel: levels
    }]
  };
}

function badge(number, issuerId, issuer) {
  const email = `holder${number}@bench.example`;
  const salt = `salt-${number}`;
  const earned = achievement(number, issuer);
  return {
    '@context': [VC_2, OB_3_0_3],
    id: `urn:uuid:${randomUUID()}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: earned.name,
    issuer: {
      id: issuerId,
      type: ['Profile'],
      name: `College ${issuer} für angewandte Künste`,
      url: `https://college${issuer}.bench.example`,
      image: {id: `https://college${issuer}.bench.example/logo.png`, type: 'Image'}
    },
    validFrom: FROM,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{
        type: 'IdentityObject',
        identityType: 'emailAddress',
        hashed: true,
        salt,
        identityHash: 'sha256$' + createHash('sha256').update(email + salt).digest('hex')
      }],
      creditsEarned: 1.5,
      achievement: earned,
      result: [{
        type: ['Result'],
        resultDescription: earned.resultDescription[0].id,
        achievedLevel: earned.resultDescription[0].rubricCriterionLevel[number % 5].id
      }]
    },
    evidence: [{
      id: `https://college${issuer}.bench.example/evidence/${number}`,
      type: ['Evidence'],
      name: 'Report of the examiners',
      narrative: `Passed on the first attempt, number ${number}.`
    }]
  };
}

function ofDataModel1({validFrom, ...rest}) {
  return {...rest, '@context': [VC_1, OB_3_0_1, ED25519_2020], issuanceDate: validFrom};
}

async function dataIntegrity(cryptosuite) {
  const key = await Ed25519Multikey.generate();
  const did = `did:key:${key.publicKeyMultibase}`;
  Object.assign(key, {controller: did, id: `${did}#${key.publicKeyMultibase}`});
  const suite = new DataIntegrityProof({signer: key.signer(), cryptosuite, date: FROM});
  return {did, sign: credential => issue(credential, suite)};
}

async function signature2020() {
  const key = await Ed25519VerificationKey2020.generate();
  const did = `did:key:${key.fingerprint()}`;
  Object.assign(key, {controller: did, id: `${did}#${key.fingerprint()}`});
  const suite = new Ed25519Signature2020({key, date: FROM});
  return {did, sign: credential => issue(ofDataModel1(credential), suite)};
}

async function issue(credential, suite) {
  const documentLoader = documentLoaderFor(suite.type);
  return JSON.stringify(await vc.issue({credential, suite, documentLoader, now: FROM}));
}

async function jwt(alg) {
  const {publicKey, privateKey} = await jose.generateKeyPair(alg, {extractable: true});
  const did = `did:jwk:${jose.base64url.encode(JSON.stringify(await jose.exportJWK(publicKey)))}`;
  const seconds = new Date(FROM).getTime() / 1000;
  return {
    did,
    sign: credential =>
      new jose.SignJWT({...credential, iss: did, jti: credential.id, nbf: seconds})
        .setProtectedHeader({alg, typ: 'JWT', kid: `${did}#0`})
        .sign(privateKey)
  };
}

const KINDS = {
  'eddsa-rdfc-2022': () => dataIntegrity(rdfc),
  'Ed25519Signature2020': signature2020,
  'eddsa-jcs-2022': () => dataIntegrity(jcs()),
  'jwt-rs256': () => jwt('RS256'),
  'jwt-es256': () => jwt('ES256'),
  'jwt-eddsa': () => jwt('EdDSA')
};

const [folder] = process.argv.slice(2);
for(const [kind, issuerOf] of Object.entries(KINDS)) {
  const issuers = await Promise.all(Array.from({length: ISSUERS}, issuerOf));
  const texts = [];
  for(let number = 0; number < CREDENTIALS; number++) {
    const {did, sign} = issuers[number % ISSUERS];
    texts.push(await sign(badge(number, did, number % ISSUERS)));
  }
  writeFileSync(join(folder, `${kind}.json`), JSON.stringify(texts));
}
