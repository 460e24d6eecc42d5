import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { buildScript, moduleOf, scripts } from './built-scripts.ts'

for (const script of scripts) {
  const source = await buildScript(script)
  mkdirSync(dirname(script.file), { recursive: true })
  writeFileSync(script.file, moduleOf(script, source))
}
