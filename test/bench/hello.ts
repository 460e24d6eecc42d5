import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** The baseline: what this machine can do with this server and this framework, and nothing else. */
const app = new Hono().get('/', (c) => c.text('hello'))
serve({ fetch: app.fetch, port: Number(process.env['PORT']), hostname: '127.0.0.1' })
