import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const nothing = ["'none'"]

/** Headers for browsers of another age are left out: each costs every answer. */
const shared = {
  crossOriginEmbedderPolicy: false,
  originAgentCluster: false,
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: 'max-age=63072000; includeSubDomains',
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: 'DENY',
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const

const answers = secureHeaders({
  ...shared,
  crossOriginOpenerPolicy: false,
  crossOriginResourcePolicy: 'cross-origin',
  contentSecurityPolicy: { defaultSrc: nothing, frameAncestors: nothing, baseUri: nothing },
})

/** Pictures may be shown anywhere; opened alone they may style themselves and do nothing else. */
const pictures = secureHeaders({
  ...shared,
  crossOriginOpenerPolicy: false,
  crossOriginResourcePolicy: 'cross-origin',
  contentSecurityPolicy: { defaultSrc: nothing, styleSrc: ["'unsafe-inline'"], frameAncestors: nothing },
})

const pages = secureHeaders({
  ...shared,
  crossOriginResourcePolicy: 'same-origin',
  contentSecurityPolicy: {
    defaultSrc: nothing,
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    formAction: ["'self'"],
    baseUri: nothing,
    frameAncestors: nothing,
  },
})

/** Swagger UI runs from our own origin and sets style attributes. */
const docs = secureHeaders({
  ...shared,
  crossOriginResourcePolicy: 'same-origin',
  contentSecurityPolicy: {
    defaultSrc: nothing,
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    baseUri: nothing,
    frameAncestors: nothing,
  },
})

/** Like pages, and a script of our own that asks our own server. */
const scripted = secureHeaders({
  ...shared,
  crossOriginResourcePolicy: 'same-origin',
  contentSecurityPolicy: {
    defaultSrc: nothing,
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: nothing,
    frameAncestors: nothing,
  },
})

/** Who may frame a badge depends on whose it is: its route says so. Isolated pages frame only what says this much. */
const frameBasics = secureHeaders({
  ...shared,
  xFrameOptions: false,
  crossOriginOpenerPolicy: false,
  crossOriginEmbedderPolicy: 'require-corp',
  crossOriginResourcePolicy: 'cross-origin',
})
const frames: MiddlewareHandler = async (c, next) => {
  await frameBasics(c, next)
  if (!c.res.headers.has('content-security-policy')) {
    c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  }
}

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  const { path } = c.req
  if (/\.svg$/i.test(path)) return await pictures(c, next)
  if (/^\/badges\/[^/]+\/frame$/.test(path)) return await frames(c, next)
  if (/^\/b\/[^/]+\/badge$|^\/(?:dashboard|publish)\//.test(path)) return await scripted(c, next)
  if (
    path.startsWith('/v1/') ||
    path.startsWith('/.well-known/') ||
    path.startsWith('/badges/') ||
    path.startsWith('/status/') ||
    path.startsWith('/ns/') ||
    path === '/embed.js' ||
    path.startsWith('/embed/')
  )
    return await answers(c, next)
  if (path === '/docs' || path.startsWith('/assets/docs/')) return await docs(c, next)
  return await pages(c, next)
}
