import { lame, type Zone } from './zones.ts'

/** named's configuration: every zone on one loopback port, and no question asked of anybody. */
export function namedConf(folder: string, port: number, tsigKey: string, zones: readonly Zone[]): string {
  const sections = zones.map(({ name, signing }) => {
    const file = signing === 'file' ? `${name}.zone.signed` : `${name}.zone`
    const live = signing === 'live' ? 'dnssec-policy default;' : ''
    const update = signing === 'file' ? '' : 'allow-update { key owner; };'
    return `zone "${name}" { type primary; file "${file}"; ${live} ${update} };`
  })
  return `
options {
  directory "${folder}";
  key-directory "${folder}/keys";
  listen-on port ${port} { 127.0.0.1; };
  listen-on-v6 { none; };
  query-source address 127.0.0.1;
  pid-file none;
  session-keyfile none;
  recursion no;
  notify no;
  allow-transfer { none; };
  dnssec-validation no;
  minimal-responses yes;
};
controls { };
${tsigKey}
zone "." { type primary; file "root.zone"; };
zone "${lame.refusing}" { type primary; database "_builtin empty ns.example. hostmaster.example."; allow-query { none; }; };
${sections.join('\n')}
`
}
