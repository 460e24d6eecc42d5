import type { Deps } from '#base/deps.ts'
import { decideRecovery } from '#recoveries/decide-recovery.ts'
import { Misuse, type Said } from './command.ts'

type Given = {
  readonly uphold?: boolean | undefined
  readonly reject?: boolean | undefined
  readonly reason?: string | undefined
}

const reasonMax = 500

export const recoveryCommands = {
  'recovery decide': async (deps: Deps, rest: readonly string[], given: Given): Promise<Said> => {
    const id = rest[0] ?? ''
    const reason = given.reason?.trim() ?? ''
    if (given.uphold === given.reject) throw new Misuse('Say one of --uphold and --reject')
    if (reason === '' || reason.length > reasonMax) throw new Misuse('--reason takes 1 to 500 characters')
    const isUpheld = given.uphold === true
    const decided = await decideRecovery(deps, 'operator', id, { isUpheld, reason })
    if (!decided.ok) throw new Misuse(decided.refusal.detail.en)
    const { state, domain } = decided.value
    const line = isUpheld
      ? `The recovery of ${domain} goes on: the brand passes once the token was seen for three days.`
      : `The recovery of ${domain} is over, and nothing has passed.`
    return { value: { id, state, domain }, lines: [line] }
  },
}
