/** What a command says: for programs as it is, for people as lines. */
export type Said = { readonly value: object; readonly lines: readonly string[]; readonly failed?: boolean }

/** A command was used wrongly, or asked for what is not there. */
export class Misuse extends Error {}
