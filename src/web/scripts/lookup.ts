/** Written by `npm run embed`; not to be edited. */
export const lookupScript = {
  integrity: 'sha384-UORwur/4lXfltN8/UYZCsdK1JU3lapFv8kqJhz5ek06bHNDlPdoCDyJWf+OJqfQN',
  /** The first half of its name: /embed/{version}.js is these bytes for ever. */
  version: '50e470babff89577',
  source: "var t=document.querySelector(\".lookup textarea\");t?.addEventListener(\"keydown\",e=>{e.key!==\"Enter\"||e.shiftKey||e.isComposing||(e.preventDefault(),t.form?.requestSubmit())});\n",
} as const
