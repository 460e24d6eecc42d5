/** What Workers' bundlers make of a WebAssembly file. */
declare module '*.wasm' {
  const compiled: WebAssembly.Module
  export default compiled
}
