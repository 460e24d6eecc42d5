import type { PageState } from './page.ts'
import { formTooLargePage } from './pages/problem.tsx'
import { badgeTooLargePage } from './verify-routes.tsx'

/** For a form that was too large to be read, in words about what it was for. */
export function tooLargePage(publicUrl: string, bytesMax: number, state: PageState): string {
  const [path] = state.address.split('?')
  return path === '/verify'
    ? badgeTooLargePage(publicUrl, bytesMax, state)
    : formTooLargePage(bytesMax, state)
}
