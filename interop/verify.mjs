// Verifies credentials with @digitalbazaar/vc. Reads one JSON object from standard input:
//   credential, now
// Prints one JSON line: {"verified", "error"}.
import * as vc from '@digitalbazaar/vc';
import {createVerifyCryptosuite as jcs} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {documentLoaderFor, readInput} from './documents.mjs';
import {cryptosuite as rdfc} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {Ed25519Signature2020} from '@digitalbazaar/ed25519-signature-2020';

const {credential, now} = await readInput();
const suite = [
  new DataIntegrityProof({cryptosuite: rdfc}),
  new DataIntegrityProof({cryptosuite: jcs()}),
  new Ed25519Signature2020()
];
const documentLoader = documentLoaderFor(credential.proof?.type);
const result = await vc.verifyCredential({credential, suite, documentLoader, now});
const errors = result.error?.errors ?? (result.error ? [result.error] : []);
process.stdout.write(JSON.stringify({
  verified: result.verified,
  error: errors.map(error => error.message).join('; ')
}) + '\n');
