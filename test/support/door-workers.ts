import engine from '@resvg/resvg-wasm/index_bg.wasm'
import { inject } from 'vitest'
import { createRaster } from '#badges/picture/raster.ts'
import { openDatabase, type Db } from '#db/open.ts'
import { namespaceFetch } from './namespace.ts'

export const door = 'workerd'

export const raster = createRaster(async () => engine)

/** A fresh namespace of a real libSQL server, forked from the migrated template. */
export async function openTestDatabase(): Promise<Db> {
  const name = `t${crypto.randomUUID().replaceAll('-', '')}`
  const forked = await fetch(`${inject('sqldAdminUrl')}/v1/namespaces/template/fork/${name}`, {
    method: 'POST',
  })
  if (!forked.ok) throw new Error(`sqld refused to fork: ${await forked.text()}`)
  const db = await openDatabase({ url: inject('sqldUrl'), fetch: namespaceFetch(name) })
  return {
    ...db,
    close() {
      db.close()
      void fetch(`${inject('sqldAdminUrl')}/v1/namespaces/${name}`, { method: 'DELETE' })
    },
  }
}
