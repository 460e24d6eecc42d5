import type { Deps } from '#base/deps.ts'
import type { Statement } from '#db/open.ts'
import { headOf } from '#log/leaf.ts'
import { claimFile, type ClaimFile } from './claim-file.ts'
import { storeClaim } from './store-claim.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>

export type Decided = {
  readonly file: ClaimFile
  /** Another brand holds the account's proof, so nothing was stored but the evidence. */
  readonly isTaken: boolean
}

/** Loads, decides and stores until nobody came between. */
export async function decideClaim(
  seams: Seams,
  id: string,
  actor: string,
  evidence: (isTaken: boolean) => readonly Statement[],
  decision: (before: ClaimFile) => ClaimFile,
): Promise<Decided> {
  for (;;) {
    const head = await headOf(seams.db, id)
    const before = await claimFile(seams, id)
    const decided = decision(before)
    const after = hasChanged(before, decided) ? stamped(decided, seams.clock.now()) : before
    const outcome = await store(seams, { before, after, head, actor }, evidence(false))
    if (outcome === 'stored') return { file: after, isTaken: false }
    if (outcome === 'taken') {
      await seams.db.write(evidence(true))
      return { file: before, isTaken: true }
    }
    if (outcome === 'handle_is_own') {
      // The organisation claims the new handle by another row; this one keeps the old one and its history.
      const kept = { ...after, claim: { ...after.claim, handle: before.claim.handle } }
      const again = await store(seams, { before, after: kept, head, actor }, evidence(false))
      if (again === 'stored') return { file: kept, isTaken: false }
    }
  }
}

async function store(
  seams: Seams,
  transition: Parameters<typeof storeClaim>[1],
  evidence: readonly Statement[],
): ReturnType<typeof storeClaim> {
  if (transition.after !== transition.before) return await storeClaim(seams, transition, evidence)
  if (evidence.length > 0) await seams.db.write(evidence)
  return 'stored'
}

function hasChanged(before: ClaimFile, after: ClaimFile): boolean {
  return JSON.stringify(before) !== JSON.stringify(after)
}

function stamped({ claim, proofs }: ClaimFile, updatedAt: number): ClaimFile {
  return { claim: { ...claim, updatedAt }, proofs }
}
