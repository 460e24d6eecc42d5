import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** Its absence is a failure, never a reason to skip. */
export default function setUp(): void {
  findChromium()
}

export function findChromium(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram)
  if (found !== undefined) return found
  throw new Error(
    `None of ${names.join(', ')} is in PATH. Install Chromium: apt-get install --no-install-recommends chromium`,
  )
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
