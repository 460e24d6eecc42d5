import { z } from '@hono/zod-openapi'
import { rfc3339 } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { ok, type Result } from '#base/result.ts'
import { domainNameReasons } from '#challenges/domain-name.ts'
import { recoveryStates } from '#recoveries/recovery.ts'
import { showRecovery, type RecoveryUnknown, type ShownRecovery } from '#recoveries/show-recovery.ts'
import { goneReasons } from '#recoveries/standing.ts'
import { startRecovery } from '#recoveries/start-recovery.ts'
import { vetoRecovery } from '#recoveries/veto-recovery.ts'
import type { Principal } from '#auth/authenticate.ts'
import { keptAttempt, keptAttemptOnWire } from './attempt-wire.ts'
import { endpoint, type Api } from './endpoint.ts'
import { instruction } from './owned-wire.ts'
import { id, time, timeOrNull } from './schemas.ts'

const newRecovery = z
  .strictObject({ domain: z.string().max(4_096).openapi({ example: 'acme.com' }) })
  .openapi('NewRecovery')

const recovery = z
  .object({
    id: z.string(),
    brand_id: z.string(),
    domain: z.string(),
    state: z.enum(recoveryStates),
    state_reason: z.string().nullable().openapi({ description: 'Why it ended or is disputed.' }),
    side: z.enum(['asker', 'incumbent']).openapi({ description: 'Which of the two asks for this.' }),
    asked_by: z.string().openapi({
      description: 'As they call themselves, with the domain of the address that they confirmed.',
    }),
    challenge: instruction.nullable().openapi({ description: 'What to publish; for who asked alone.' }),
    seen_since: time.nullable(),
    last_seen_at: time.nullable(),
    passes_at: time.nullable().openapi({ description: 'The earliest moment at which the brand passes.' }),
    next_look_at: time.nullable(),
    created_at: time,
    attempts: z.array(keptAttempt),
  })
  .openapi('Recovery')

/** Regaining one brand by its main domain, never an organisation. */
export function recoveriesApi(api: Api, deps: Deps): void {
  const shown = async (
    principal: Principal,
    recoveryId: string,
  ): Promise<Result<z.input<typeof recovery>, RecoveryUnknown>> => {
    const found = await showRecovery(deps, principal, recoveryId)
    return found.ok ? ok(onWire(found.value)) : found
  }
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/recoveries',
      tag: 'Recoveries',
      summary: 'Ask to regain, for your organisation, a brand that another one has, by its main domain',
      access: 'write',
      keyOnly: true,
      body: newRecovery,
      status: 201,
      answer: recovery,
      refuses: [
        ...domainNameReasons,
        ...goneReasons,
        'owners_only',
        'brand_unknown',
        'recovery_of_own_brand',
        'recovery_open',
        'recovery_unknown',
        'too_many_recoveries',
      ],
    },
    async ({ body, principal }) => {
      const started = await startRecovery(deps, principal, body.domain)
      return started.ok ? await shown(principal, started.value.id) : started
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/recoveries/{id}',
      tag: 'Recoveries',
      summary: 'A recovery that you ask for, or of a brand that you have',
      access: 'read',
      params: id,
      status: 200,
      answer: recovery,
      refuses: ['recovery_unknown'],
    },
    async ({ params, principal }) => await shown(principal, params.id),
  )
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/recoveries/{id}/veto',
      tag: 'Recoveries',
      summary: 'Object, as an owner of the organisation that has the brand: then a person decides',
      access: 'write',
      keyOnly: true,
      params: id,
      status: 200,
      answer: recovery,
      refuses: ['recovery_unknown', 'recovery_over', 'recovery_disputed', 'recovery_decided', 'owners_only'],
    },
    async ({ params, principal }) => {
      const vetoed = await vetoRecovery(deps, principal, params.id)
      return vetoed.ok ? await shown(principal, params.id) : vetoed
    },
  )
}

function onWire(found: ShownRecovery): z.input<typeof recovery> {
  const { recovery: row, side, asker, instruction: told } = found
  return {
    id: row.id,
    brand_id: row.brandId,
    domain: row.domain,
    state: row.state,
    state_reason: row.reason,
    side,
    asked_by: asker,
    challenge: told === null ? null : { ...told, expires_at: rfc3339(row.expiresAt) },
    seen_since: timeOrNull(row.seenSince),
    last_seen_at: timeOrNull(row.lastSeenAt),
    passes_at: timeOrNull(found.passesAt),
    next_look_at: timeOrNull(found.nextLookAt),
    created_at: rfc3339(row.createdAt),
    attempts: found.attempts.map(keptAttemptOnWire),
  }
}
