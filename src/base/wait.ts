/** Lets time pass: a seam, so that tests need not. */
export type Wait = (milliseconds: number) => Promise<void>

export const sleep: Wait = async (milliseconds) => {
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
}
