/** Carries a job's id to a worker, after a delay. What it loses, the table of jobs still has. */
export type Queue = { send(jobId: string, delaySeconds: number): Promise<void> }
