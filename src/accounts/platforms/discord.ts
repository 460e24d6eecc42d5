import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

/** A server is known by its invitation. Its code is kept as it is written: only vanity codes ignore case. */
export const discord: Platform = {
  name: 'Discord',
  hosts: ['discord.gg', 'discord.com', 'discordapp.com'],
  subdomains: /^(?:www|ptb|canary)$/,
  otherHosts: ['discord.new', 'discord.gift', 'discordapp.net', 'dis.gd'],
  handle: /^[A-Za-z\d](?:[A-Za-z\d-]{0,30}[A-Za-z\d])$/,
  read: (segments, url) => {
    if (url.hostname.endsWith('discord.gg')) return lead(segments, 1)?.[0] ?? null
    return segments[0]?.toLowerCase() === 'invite' ? (lead(segments, 2)?.[1] ?? null) : null
  },
  canonical: (handle) => handle,
  profile: (handle) => `https://discord.gg/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: an invitation says nothing of who runs the server; moderator review with evidence',
  },
  examples: {
    accepts: {
      'https://discord.gg/AcMe7': 'AcMe7',
      'discord.com/invite/acme': 'acme',
      'https://discordapp.com/invite/acme-tools?utm_source=x': 'acme-tools',
    },
    rejects: [
      'https://discord.com/channels/123456789012345678/1',
      'https://discord.com/users/123456789012345678',
      'https://discord.com/login',
      'https://discord.com/acme',
      'https://discord.gg/acme/1',
      'https://discord.gift/AcMe7',
      'https://support.discord.com/invite/acme',
      'https://discord.gg.evil.example/acme',
    ],
  },
}
