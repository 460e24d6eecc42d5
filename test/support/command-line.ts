import { execFile } from 'node:child_process'

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string }

/** One run of the built command line, as an operator types it. */
export async function runCommand(
  env: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Promise<Ran> {
  return await new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['.build/cli.js', ...words],
      { env: { PATH: process.env['PATH'], ...env } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })
}
