import { ownerScript } from '#web/scripts/owner.ts'

export const islandPath = '/owner.js'

/** Copies, and follows what is awaited. Each page is whole without it. */
export function Island() {
  return <script type="module" src={`${islandPath}?v=${ownerScript.version}`} />
}
