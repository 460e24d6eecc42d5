import type { Deps } from '#base/deps.ts'
import { protectBrand } from '#brands/protect-brand.ts'
import { allowName, forbidName } from '#lookalikes/allow-name.ts'
import { Misuse, type Said } from './command.ts'

export const protectCommands = {
  'protect add': async (deps: Deps, [brand = '']: readonly string[]): Promise<Said> =>
    await protect(deps, brand, true),
  'protect remove': async (deps: Deps, [brand = '']: readonly string[]): Promise<Said> =>
    await protect(deps, brand, false),
  'allow add': async (deps: Deps, [name = '']: readonly string[]): Promise<Said> => {
    if (!(await allowName(deps, name))) throw new Misuse('NAME is missing, or has no letters')
    return { value: { name, allowed: true }, lines: [`${name} is never called a look-alike.`] }
  },
  'allow remove': async (deps: Deps, [name = '']: readonly string[]): Promise<Said> => {
    await forbidName(deps, name)
    return { value: { name, allowed: false }, lines: [`${name} may be called a look-alike.`] }
  },
}

async function protect(deps: Deps, brand: string, isProtected: boolean): Promise<Said> {
  if (brand === '') throw new Misuse('BRAND is missing: its id or its address')
  const done = await protectBrand(deps, 'operator', brand, isProtected)
  if (!done.ok) throw new Misuse(done.refusal.detail.en)
  const words = isProtected
    ? 'Lookups tell of names near those of'
    : 'No moderator protects any more the names of'
  return { value: { brand, protected: isProtected }, lines: [`${words} ${brand}.`] }
}
