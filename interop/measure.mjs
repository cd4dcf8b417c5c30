// Verifies credentials of one kind over and over with @digitalbazaar/vc or jose, from text to
// verdict, with contexts and keys in memory. Takes the kind and the folder with KIND.json; reads a
// line with seconds from standard input for each window, and prints for each one JSON line:
// {"operations", "cpuSeconds", "wallSeconds"}, the CPU time being that of the whole process.
import * as jose from 'jose';
import * as vc from '@digitalbazaar/vc';
import {createInterface} from 'node:readline';
import {createVerifyCryptosuite as jcs} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {documentLoaderFor} from './documents.mjs';
import {Ed25519Signature2020} from '@digitalbazaar/ed25519-signature-2020';
import {join} from 'node:path';
import {cryptosuite as rdfc} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {readFileSync} from 'node:fs';

const NOW = '2026-06-01T12:00:00Z';
const [kind, folder] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(join(folder, `${kind}.json`), 'utf8'));

function remembering(loader) {
  const known = new Map();
  return async url => {
    let document = known.get(url);
    if(!document) {
      document = await loader(url);
      known.set(url, document);
    }
    return document;
  };
}

function embedded() {
  const suite = {
    'eddsa-rdfc-2022': () => new DataIntegrityProof({cryptosuite: rdfc}),
    'eddsa-jcs-2022': () => new DataIntegrityProof({cryptosuite: jcs()}),
    'Ed25519Signature2020': () => new Ed25519Signature2020()
  }[kind]();
  const type = kind === 'Ed25519Signature2020' ? kind : 'DataIntegrityProof';
  const documentLoader = remembering(documentLoaderFor(type));
  return async text => {
    const credential = JSON.parse(text);
    const {verified} = await vc.verifyCredential({credential, suite, documentLoader, now: NOW});
    return verified;
  };
}

function token() {
  const keys = new Map();
  const keyOf = async ({kid, alg}) => {
    let key = keys.get(kid);
    if(!key) {
      const jwk = kid.slice('did:jwk:'.length, kid.indexOf('#'));
      key = await jose.importJWK(JSON.parse(new TextDecoder().decode(jose.base64url.decode(jwk))), alg);
      keys.set(kid, key);
    }
    return key;
  };
  const algorithms = [{'jwt-rs256': 'RS256', 'jwt-es256': 'ES256', 'jwt-eddsa': 'EdDSA'}[kind]];
  const options = {algorithms, currentDate: new Date(NOW)};
  return async text => Boolean((await jose.jwtVerify(text, keyOf, options)).payload);
}

const verify = kind.startsWith('jwt-') ? token() : embedded();
let next = 0;

async function window(seconds) {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  let operations = 0;
  while(performance.now() - begin < seconds * 1000) {
    if(!await verify(texts[next])) {
      throw new Error('a genuine credential was refused');
    }
    next = (next + 1) % texts.length;
    operations++;
  }
  const used = process.cpuUsage(cpu);
  return {
    operations,
    cpuSeconds: (used.user + used.system) / 1e6,
    wallSeconds: (performance.now() - begin) / 1000
  };
}

for await (const line of createInterface({input: process.stdin})) {
  process.stdout.write(JSON.stringify(await window(Number(line))) + '\n');
}
