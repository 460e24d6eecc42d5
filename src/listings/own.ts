const ownRelations: ReadonlySet<string | null> = new Set([
  'official',
  'support',
  'regional',
  'product',
  'person',
])

export type Standing = { readonly verdict: string; readonly relation: string | null }

/**
 * What may stand in `social=`, `rel="me"`, `sameAs` and a badge: proved from both ends, and a voice of the brand's own.
 * Neither what is only declared, nor somebody else's, nor what is held in reserve.
 */
export function isOwnVoice({ verdict, relation }: Standing): boolean {
  return verdict === 'verified' && ownRelations.has(relation)
}
