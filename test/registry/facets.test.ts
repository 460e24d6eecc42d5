import { expect, test } from 'vitest'
import { countFacets } from '#registry/facets.ts'
import { openHouse } from '#test/support/house.ts'
import { enterBrand, proveBrand } from '#test/support/registered.ts'

test('the directory’s choices count public brands alone, the largest first', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  await proveBrand(house, owner, 'one.com', {
    name: 'One',
    category: 'Food',
    country: 'ES',
    languages: ['pt-BR', 'es', 'pt'],
  })
  await proveBrand(house, owner, 'two.com', { name: 'Two', category: 'Food', country: 'PL' })
  await proveBrand(house, owner, 'three.com', { name: 'Three', category: 'Media' })
  await enterBrand(owner, { name: 'Unseen', category: 'Media', country: 'ES', languages: ['es'] })
  expect(await countFacets(house.deps)).toEqual({
    categories: [
      { value: 'Food', count: 2 },
      { value: 'Media', count: 1 },
    ],
    countries: [
      { value: 'ES', count: 1 },
      { value: 'PL', count: 1 },
    ],
    languages: [
      { value: 'es', count: 1 },
      { value: 'pt', count: 1 },
    ],
  })
})
