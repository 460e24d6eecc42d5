import { parse } from 'tldts'
import { isWithin } from '#base/dns-name.ts'

/** Hosts that give strangers pages, with the hosts below them: link lists, shorteners, site builders, documents. */
const shared = // Link lists.
  (
    'about.me allmylinks.com beacons.ai bento.me bio.link bio.site biolinky.co campsite.bio carrd.co contactin.bio ' +
    'direct.me flow.page heylink.me hoo.be koji.to komi.io lacartoons.com later.com link.me linkbio.co linkin.bio ' +
    'linkpop.com linkr.bio linkr.it lit.link linktr.ee linktree.com liinks.co lnk.bio milkshake.app msha.ke ' +
    'many.link mssg.me pillar.io pixelpa.ge solo.to snipfeed.co stan.store tap.bio taplink.at taplink.cc tapbio.co ' +
    'withkoji.com znap.link ' +
    // Shorteners and click counters.
    'adf.ly amzn.to bit.do bit.ly bitly.com buff.ly cutt.ly dlvr.it fb.me g.co geni.us goo.gl ift.tt is.gd ' +
    'lnkd.in lnk.to lnkfi.re ow.ly page.link qr.ae rb.gy rebrand.ly s.id shorturl.at shorturl.com smarturl.it ' +
    'snip.ly t.co t.ly tiny.cc tinyurl.com trib.al urlz.fr v.gd wa.link wp.me youtu.be ' +
    // Site builders and hosts of sites.
    '000webhostapp.com 4shared.com angelfire.com bigcartel.com blogger.com blogspot.com bravesites.com business.site ' +
    'codeberg.page cargo.site dreamwidth.org firebaseapp.com format.com fly.dev geocities.com ghost.io github.io ' +
    'gitbook.io gitlab.io glitch.me godaddysites.com herokuapp.com hubspotpagebuilder.com jimdo.com jimdofree.com ' +
    'jimdosite.com jouwweb.nl livejournal.com mystrikingly.com myshopify.com neocities.org netlify.app notion.site ' +
    'notion.so onrender.com pages.dev replit.app repl.co shopify.com simplesite.com site123.me sites.google.com ' +
    'square.site squarespace.com strikingly.com super.site surge.sh tilda.ws tripod.com tumblr.com typepad.com ' +
    'ucoz.com ueniweb.com unbounce.com vercel.app web.app webflow.io webador.com webnode.com webnode.page weebly.com ' +
    'weeblysite.com wix.com wixsite.com wixstudio.com wordpress.com workers.dev yolasite.com zyrosite.com ' +
    // Documents, code, files, forms and texts.
    'airtable.com behance.net bitbucket.org box.com calendly.com canva.com canva.site docs.google.com ' +
    'drive.google.com dropbox.com forms.gle gist.github.com github.com gitlab.com hackmd.io issuu.com medium.com ' +
    'mega.nz onedrive.live.com pastebin.com rentry.co scribd.com sharepoint.com slideshare.net substack.com ' +
    'telegra.ph trello.com typeform.com ' +
    // Shops, money and events.
    'amazon.com buymeacoffee.com ebay.com etsy.com eventbrite.com fiverr.com gofundme.com gumroad.com ' +
    'kickstarter.com ko-fi.com opencollective.com patreon.com paypal.com paypal.me redbubble.com teespring.com ' +
    // Networks, where every account is a page.
    'discord.com discord.gg facebook.com flickr.com instagram.com linkedin.com ok.ru pinterest.com quora.com ' +
    'reddit.com snapchat.com soundcloud.com spotify.com t.me telegram.me threads.com threads.net tiktok.com ' +
    'twitch.tv twitter.com vimeo.com vk.com wa.me weibo.com whatsapp.com x.com youtube.com'
  ).split(' ')

/**
 * Whether strangers may have pages on this host: there only the root speaks for it. Tenants of a private public suffix
 * (acme.github.io) may have given pages to others in turn.
 */
export function isShared(host: string): boolean {
  return (
    parse(host, { allowPrivateDomains: true }).isPrivate === true ||
    shared.some((name) => isWithin(host, name))
  )
}
