import { writeFileSync } from 'node:fs'
import { modulesOf, writeGuides } from './guides.ts'

for (const [file, text] of modulesOf(writeGuides())) writeFileSync(file, text)
