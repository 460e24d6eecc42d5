import type { House } from './house.ts'

type JsonSchema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly example?: unknown
  readonly examples?: readonly unknown[]
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly minItems?: number
}

type Operation = {
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema: JsonSchema
  }[]
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly requestBody?: {
    readonly required?: boolean
    readonly content: { readonly 'application/json': { readonly schema: JsonSchema } }
  }
  readonly responses: Readonly<Record<string, unknown>>
}

/** One documented route, with a body that its own schema accepts. */
export type Route = {
  readonly name: string
  readonly method: string
  /** OpenAPI form, with a query where one is required: `/v1/brands/{id}`. */
  readonly path: string
  readonly needsKey: boolean
  /** The scope that a key must have; null when none is needed. */
  readonly scope: string | null
  readonly statuses: readonly number[]
  /** Null when the route takes none. */
  readonly body: {
    readonly sample: unknown
    readonly optional: boolean
    /** Every property, with a value of a type that it cannot be. */
    readonly wrong: Readonly<Record<string, unknown>>
  } | null
}

/** Every route of the OpenAPI document: a new one is covered without anybody thinking of it. */
export async function routesOf(house: House): Promise<readonly Route[]> {
  const { body } = await house.ask('/openapi.json')
  const paths: Record<string, Record<string, Operation>> = body.paths
  const named: Record<string, JsonSchema> = body.components.schemas
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Route => {
      const needsKey = operation.security?.every((way) => Object.keys(way).length > 0) ?? false
      const schema = operation.requestBody?.content['application/json'].schema
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path: path + queryOf(operation, named),
        needsKey,
        scope: needsKey ? (operation.security?.[0]?.['apiKey']?.[0] ?? null) : null,
        statuses: Object.keys(operation.responses).map(Number),
        body:
          schema === undefined
            ? null
            : {
                sample: sampleOf(schema, named),
                optional: operation.requestBody?.required !== true,
                wrong: wrongOf(schema, named),
              },
      }
    }),
  )
}

function queryOf({ parameters = [] }: Operation, named: Readonly<Record<string, JsonSchema>>): string {
  const needed = parameters.filter((one) => one.in === 'query' && one.required === true)
  if (needed.length === 0) return ''
  const samples = needed.map((one) => [one.name, String(sampleOf(one.schema, named))] as const)
  return `?${new URLSearchParams(Object.fromEntries(samples)).toString()}`
}

export function isWrite({ method }: Route): boolean {
  return method !== 'GET'
}

function resolve(schema: JsonSchema, named: Readonly<Record<string, JsonSchema>>): JsonSchema {
  if (schema.$ref === undefined) return schema
  const found = named[schema.$ref.split('/').at(-1) ?? '']
  if (found === undefined) throw new Error(`The document lacks ${schema.$ref}`)
  return found
}

function typeOf(schema: JsonSchema): string | undefined {
  return typeof schema.type === 'string' ? schema.type : schema.type?.find((type) => type !== 'null')
}

function sampleOf(given: JsonSchema, named: Readonly<Record<string, JsonSchema>>): unknown {
  const schema = resolve(given, named)
  if (schema.example !== undefined) return schema.example
  if (schema.enum !== undefined) return schema.enum[0]
  switch (typeOf(schema)) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, sampleOf(schema.properties?.[key] ?? {}, named)]),
      )
    case 'array':
      return schema.items === undefined ? [] : [sampleOf(schema.items, named)]
    case 'integer':
    case 'number':
      return 1
    case 'boolean':
      return true
    default:
      return 'acme'
  }
}

function wrongOf(given: JsonSchema, named: Readonly<Record<string, JsonSchema>>): Record<string, unknown> {
  const schema = resolve(given, named)
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, property]) => {
      const type = typeOf(resolve(property, named))
      return [key, type === 'object' || type === undefined ? 'a string' : { an: 'object' }]
    }),
  )
}
