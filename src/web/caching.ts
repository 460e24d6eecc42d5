/** With our own memory in front, half a minute too, a positive answer is at most 60 s old. */
export const brief = 'public, max-age=30, stale-if-error=0'
/** Asked anew each time. */
export const fresh = 'no-cache'
/** Of what has its version in its address. */
export const immutable = 'public, max-age=31536000, immutable'
