// Signs one Open Badge once for each kind asked for, by a fresh issuer each time, with
// @digitalbazaar/vc and jose. Reads one JSON object from standard input:
//   email, salt, name, validFrom; optional: validUntil, skills [{targetUrl, targetName, level}],
//   issuerName, kinds (all of them when left out)
// Prints one JSON line a kind: {"kind", "issuer", "credential"}; the credential is an object, or
// for the jwt kinds a string.
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as jose from 'jose';
import * as vc from '@digitalbazaar/vc';
import {
  documentLoaderFor, ED25519_2020, OB_3_0_1, OB_3_0_3, readInput, VC_1, VC_2
} from './documents.mjs';
import {createHash, randomUUID} from 'node:crypto';
import {createSignCryptosuite as jcs} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {cryptosuite as rdfc} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {Ed25519Signature2020} from '@digitalbazaar/ed25519-signature-2020';
import {Ed25519VerificationKey2020} from '@digitalbazaar/ed25519-verification-key-2020';

function identityHash({email, salt}) {
  return 'sha256$' + createHash('sha256').update(email + salt, 'utf8').digest('hex');
}

function resultDescription({targetName, targetUrl}, index) {
  const id = `urn:uuid:${randomUUID()}`;
  return {
    id,
    type: ['ResultDescription'],
    name: targetName,
    resultType: 'RubricCriterionLevel',
    alignment: [{type: ['Alignment'], targetName, targetUrl}],
    rubricCriterionLevel: [1, 2, 3, 4, 5].map(level => ({
      id: `${id}:${index}:${level}`,
      type: ['RubricCriterionLevel'],
      name: `Step ${level} of 5`,
      level: `${level}`
    }))
  };
}

function subject(order) {
  const skills = order.skills ?? [];
  const levelled = skills.filter(skill => skill.level);
  const descriptions = levelled.map(resultDescription);
  const achievement = {
    id: `urn:uuid:${randomUUID()}`,
    type: ['Achievement'],
    name: order.name,
    description: `Whoever holds this has shown: ${order.name}.`,
    criteria: {narrative: 'A practical examination, passed under supervision.'}
  };
  if(skills.length > 0) {
    achievement.alignment = skills.map(
      ({targetName, targetUrl}) => ({type: ['Alignment'], targetName, targetUrl}));
  }
  const about = {
    type: ['AchievementSubject'],
    identifier: [{
      type: 'IdentityObject',
      identityType: 'emailAddress',
      hashed: true,
      salt: order.salt,
      identityHash: identityHash(order)
    }],
    achievement
  };
  if(levelled.length > 0) {
    achievement.resultDescription = descriptions;
    about.result = levelled.map(({level}, index) => ({
      type: ['Result'],
      resultDescription: descriptions[index].id,
      achievedLevel: descriptions[index].rubricCriterionLevel[level - 1].id
    }));
  }
  return about;
}

function issuer(id, order) {
  return {id, type: ['Profile'], name: order.issuerName ?? 'An independent issuer'};
}

function badge(id, order) {
  const credential = {
    '@context': [VC_2, OB_3_0_3],
    id: `urn:uuid:${randomUUID()}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: order.name,
    issuer: issuer(id, order),
    validFrom: order.validFrom,
    credentialSubject: subject(order)
  };
  if(order.validUntil) {
    credential.validUntil = order.validUntil;
  }
  return credential;
}

function badgeOfDataModel1(id, order) {
  const {validFrom, validUntil, ...rest} = badge(id, order);
  const credential =
    {...rest, '@context': [VC_1, OB_3_0_1, ED25519_2020], issuanceDate: validFrom};
  if(validUntil) {
    credential.expirationDate = validUntil;
  }
  return credential;
}

async function withDataIntegrity(cryptosuite, order) {
  const key = await Ed25519Multikey.generate();
  const did = `did:key:${key.publicKeyMultibase}`;
  key.controller = did;
  key.id = `${did}#${key.publicKeyMultibase}`;
  const suite =
    new DataIntegrityProof({signer: key.signer(), cryptosuite, date: order.validFrom});
  return {issuer: did, credential: await issue(badge(did, order), suite, order)};
}

async function withSignature2020(order) {
  const key = await Ed25519VerificationKey2020.generate();
  const did = `did:key:${key.fingerprint()}`;
  key.controller = did;
  key.id = `${did}#${key.fingerprint()}`;
  const suite = new Ed25519Signature2020({key, date: order.validFrom});
  return {issuer: did, credential: await issue(badgeOfDataModel1(did, order), suite, order)};
}

function issue(credential, suite, order) {
  const documentLoader = documentLoaderFor(suite.type);
  return vc.issue({credential, suite, documentLoader, now: order.validFrom});
}

function seconds(date) {
  return Math.floor(new Date(date).getTime() / 1000);
}

function claims(credential) {
  const registered =
    {iss: credential.issuer.id, jti: credential.id, nbf: seconds(credential.validFrom)};
  if(credential.validUntil) {
    registered.exp = seconds(credential.validUntil);
  }
  return registered;
}

async function asJwt({alg, headerOf, payloadOf}, order) {
  const {publicKey, privateKey} = await jose.generateKeyPair(alg, {extractable: true});
  const jwk = await jose.exportJWK(publicKey);
  const did = `did:jwk:${jose.base64url.encode(JSON.stringify(jwk))}`;
  const credential = badge(did, order);
  const token = await new jose.SignJWT(payloadOf(credential))
    .setProtectedHeader({alg, typ: 'JWT', ...headerOf(did, jwk)})
    .sign(privateKey);
  return {issuer: did, credential: token};
}

const byKeyId = did => ({kid: `${did}#0`});
const byKey = (did, jwk) => ({jwk});
// Data model 2.0 puts the registered claims beside those of the credential.
const flat = credential => ({...credential, ...claims(credential)});

const KINDS = {
  'eddsa-rdfc-2022': order => withDataIntegrity(rdfc, order),
  'eddsa-jcs-2022': order => withDataIntegrity(jcs(), order),
  'Ed25519Signature2020': withSignature2020,
  'jwt-eddsa': order => asJwt({alg: 'EdDSA', headerOf: byKeyId, payloadOf: flat}, order),
  'jwt-es256': order => asJwt({alg: 'ES256', headerOf: byKey, payloadOf: flat}, order),
  'jwt-rs256': order => asJwt({alg: 'RS256', headerOf: byKeyId, payloadOf: flat}, order)
};

const order = await readInput();
for(const kind of order.kinds ?? Object.keys(KINDS)) {
  const signed = await KINDS[kind](order);
  process.stdout.write(JSON.stringify({kind, ...signed}) + '\n');
}
