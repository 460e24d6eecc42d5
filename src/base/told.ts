/** A sentence of ours for a stranger, in every language that we speak. Which one is said is chosen where it is spoken. */
export type Told = { readonly en: string; readonly es: string; readonly pl: string }
