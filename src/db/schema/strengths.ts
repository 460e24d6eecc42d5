/** What a proof rests on: the zone itself, or a page on one of its hosts. */
export const strengths = ['dns', 'web'] as const
