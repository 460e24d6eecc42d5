import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { faultOf } from '#base/fault.ts'

test('a failed query is logged by its cause, without what it was asked with', () => {
  const cause = new Error('disk I/O error')
  const said = faultOf(new DrizzleQueryError('select ?', ['web@acme.example'], cause))
  expect(said).toContain('disk I/O error')
  expect(said).not.toContain('web@acme.example')
})

test('any other fault is logged whole', () => {
  const error = new Error('Something broke')
  expect(faultOf(error)).toBe(error.stack)
  expect(faultOf('thrown text')).toBe('thrown text')
})
