// Packs the npm packages that the bundled contexts come from anew, and compares every file with
// what the NOTICE beside them says it is. Exits with 1 if any differs.
import {createHash} from 'node:crypto';
import {createRequire} from 'node:module';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {tmpdir} from 'node:os';

const RESOURCES = new URL(
  '../credential-core/src/main/resources/dev/assay/credential/jsonld/', import.meta.url);
const ROW = /^(\S+\.jsonld) (\S+@\S+) (\S+) (file|literal|value) \S+\n {4}([0-9a-f]{64})$/gm;
const require = createRequire(import.meta.url);

function unpack(name, folder) {
  const archive = execFileSync('npm', ['pack', name, '--silent'], {cwd: folder, encoding: 'utf8'});
  execFileSync('tar', ['xzf', archive.trim()], {cwd: folder});
  return join(folder, 'package');
}

function published(root, path, form) {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  switch(form) {
    case 'file':
      return text;
    case 'literal':
      return text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
    case 'value':
      return JSON.stringify(require(file), null, 2) + '\n';
  }
}

let differences = 0;
for(const [, name, source, path, form, digest] of
  readFileSync(new URL('NOTICE', RESOURCES), 'utf8').matchAll(ROW)) {
  const folder = mkdtempSync(join(tmpdir(), 'contexts-'));
  try {
    const theirs = published(unpack(source, folder), path, form);
    const ours = readFileSync(new URL(name, RESOURCES), 'utf8');
    const listed = createHash('sha256').update(theirs, 'utf8').digest('hex') === digest;
    const equal = theirs === ours && listed;
    differences += equal ? 0 : 1;
    console.log(`${equal ? 'equal    ' : 'DIFFERENT'} ${name} ${source}`);
  } finally {
    rmSync(folder, {recursive: true});
  }
}
process.exitCode = differences > 0 ? 1 : 0;
