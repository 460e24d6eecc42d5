import { readFileSync, writeFileSync } from 'node:fs'
import { withTable } from './readme-platforms.ts'

writeFileSync('README.md', withTable(readFileSync('README.md', 'utf8')))
