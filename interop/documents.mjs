// The documents that signing and verifying may ask for. Contexts are the very files that Assay
// bundles; keys are written out of their own did:key. Nothing comes from the network.
import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

const RESOURCES = new URL(
  '../credential-core/src/main/resources/dev/assay/credential/jsonld/', import.meta.url);

export const VC_1 = 'https://www.w3.org/2018/credentials/v1';
export const VC_2 = 'https://www.w3.org/ns/credentials/v2';
export const OB_3_0_1 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json';
export const OB_3_0_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const ED25519_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';

const FILES = new Map([
  [VC_1, 'credentials-v1.jsonld'],
  [VC_2, 'credentials-v2.jsonld'],
  [OB_3_0_1, 'open-badges-3.0.1.jsonld'],
  [OB_3_0_3, 'open-badges-3.0.3.jsonld'],
  [ED25519_2020, 'ed25519-signature-2020-v1.jsonld'],
  ['https://w3id.org/security/data-integrity/v2', 'data-integrity-v2.jsonld']
]);

function found(documentUrl, document) {
  return {contextUrl: null, documentUrl, document};
}

// A did:key document, or the one key in it, in the form that the suite of a proof type reads.
function didKey(url, proofType) {
  const [type, context] = proofType === 'Ed25519Signature2020' ?
    ['Ed25519VerificationKey2020', ED25519_2020] :
    ['Multikey', 'https://w3id.org/security/multikey/v1'];
  const [did, fragment] = url.split('#');
  const publicKeyMultibase = did.slice('did:key:'.length);
  const key = {
    '@context': context,
    id: `${did}#${publicKeyMultibase}`,
    type,
    controller: did,
    publicKeyMultibase
  };
  const document = {
    '@context': ['https://www.w3.org/ns/did/v1', context],
    id: did,
    verificationMethod: [key],
    assertionMethod: [key.id]
  };
  return found(url, fragment ? key : document);
}

export function documentLoaderFor(proofType) {
  return async url => {
    const file = FILES.get(url);
    if(file) {
      const path = fileURLToPath(new URL(file, RESOURCES));
      return found(url, JSON.parse(await readFile(path, 'utf8')));
    }
    if(url.startsWith('did:key:')) {
      return didKey(url, proofType);
    }
    throw new Error(`${url} is not bundled, and nothing is fetched`);
  };
}

export async function readInput() {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += chunk;
  }
  return JSON.parse(text);
}
