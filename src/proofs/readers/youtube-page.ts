import { z } from 'zod'
import { readHtml } from '#proofs/html.ts'
import { websitesOf } from '#proofs/website.ts'

export type Channel = {
  readonly id: string
  readonly vanityUrl: string | null
  readonly description: string
  readonly websites: readonly string[]
}

const metadata = z.object({
  channelMetadataRenderer: z.object({
    externalId: z.string(),
    description: z.string(),
    vanityChannelUrl: z.string().optional(),
  }),
})

const link = z.object({
  channelExternalLinkViewModel: z.object({
    link: z.object({
      content: z.string(),
      commandRuns: z
        .array(
          z.object({
            onTap: z.object({ innertubeCommand: z.object({ urlEndpoint: z.object({ url: z.string() }) }) }),
          }),
        )
        .optional(),
    }),
  }),
})

const about = z.object({
  aboutChannelRenderer: z.object({
    metadata: z.object({
      // A channel without links has no list of them.
      aboutChannelViewModel: z.object({ channelId: z.string(), links: z.array(link).default([]) }),
    }),
  }),
})

const section = z.object({ itemSectionRenderer: z.object({ contents: z.array(z.unknown()) }) })

const panel = z.object({
  showEngagementPanelEndpoint: z.object({
    engagementPanel: z.object({
      engagementPanelSectionListRenderer: z.object({
        content: z.object({ sectionListRenderer: z.object({ contents: z.array(z.unknown()) }) }),
      }),
    }),
  }),
})

const pageShape = z.object({ metadata, onResponseReceivedEndpoints: z.array(z.unknown()) })

const alertShape = z.object({
  alerts: z.array(
    z.object({ alertRenderer: z.object({ type: z.string(), text: z.object({ simpleText: z.string() }) }) }),
  ),
})

const gone = /^This (?:channel does not exist|account has been terminated)/

const opening = /^\s*var ytInitialData = /

/** What a channel's page says of it; null when the page has not its usual form. Only YouTube writes these keys. */
export function channelIn(html: string): Channel | 'missing' | null {
  const scripts = readHtml(html, (tag) => tag === 'script')?.elements ?? []
  const source = scripts.find(({ text }) => opening.test(text))?.text
  const json = source === undefined ? null : parse(source.replace(opening, '').replace(/;\s*$/, ''))
  const page = pageShape.safeParse(json)
  if (!page.success) return isGone(json) ? 'missing' : null
  const { channelMetadataRenderer: channel } = page.data.metadata
  const shown = page.data.onResponseReceivedEndpoints.flatMap(aboutIn)
  const own = shown.find(({ channelId }) => channelId === channel.externalId)
  if (own === undefined) return null
  return {
    id: channel.externalId,
    vanityUrl: channel.vanityChannelUrl?.replace(/^http:/, 'https:') ?? null,
    description: channel.description,
    websites: websitesOf(own.links.map(addressOf)),
  }
}

function aboutIn(endpoint: unknown) {
  const list = panel.safeParse(endpoint).data?.showEngagementPanelEndpoint.engagementPanel
  const sections = list?.engagementPanelSectionListRenderer.content.sectionListRenderer.contents ?? []
  return sections
    .flatMap((entry) => section.safeParse(entry).data?.itemSectionRenderer.contents ?? [])
    .flatMap(
      (entry) => about.safeParse(entry).data?.aboutChannelRenderer.metadata.aboutChannelViewModel ?? [],
    )
}

/** What is shown may be cut short, so the address is read from where a click leads: `/redirect?q=<the link>`. */
function addressOf({ channelExternalLinkViewModel: { link: shown } }: z.infer<typeof link>): string {
  const address = shown.commandRuns?.[0]?.onTap.innertubeCommand.urlEndpoint.url
  if (address === undefined) return shown.content
  const url = URL.parse(address, 'https://www.youtube.com/')
  const isRedirect = url?.hostname === 'www.youtube.com' && url.pathname === '/redirect'
  return isRedirect ? (url.searchParams.get('q') ?? '') : (url?.href ?? '')
}

function isGone(json: unknown): boolean {
  const alerts = alertShape.safeParse(json).data?.alerts ?? []
  return alerts.some(({ alertRenderer: { type, text } }) => type === 'ERROR' && gone.test(text.simpleText))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
