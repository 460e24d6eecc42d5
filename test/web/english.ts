import type { Child } from 'hono/jsx'
import { render as renderPage } from '#web/layout.tsx'
import type { PageState } from '#web/page.ts'

export const english: PageState = { language: 'en', address: '/' }

export function render(page: Child): string {
  return renderPage(page, english)
}
