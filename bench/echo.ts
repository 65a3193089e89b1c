import { serve } from '@hono/node-server'
import { Hono } from 'hono'

// The least that the product's HTTP stack can do with a request: read JSON, answer JSON. A child process of the bench.

const app = new Hono()
app.post('/api/v1/validations', async c => c.json(await c.req.json(), 201))
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => console.log(`listening ${port}`))
