import { isServerOf } from './dns-providers.ts'
import type { Provider } from './providers/provider.ts'

type Parking = {
  /** Ends the sentence "Its name servers are of …". */
  readonly whose: string
  readonly nameServers: Provider['nameServers']
}

/**
 * Name servers that answer alike for every domain, or hold one back, and serve no record of its owner's. Those of
 * Hostinger (dns-parking.com) and NameSilo (dnsowl.com) are everyday ones, whatever other lists say.
 */
export const parkings: readonly Parking[] = [
  parking('Afternic, where domains are for sale', 'afternic.com'),
  parking('Dan.com, where domains are for sale', 'dan.com', 'undeveloped.com'),
  parking('HugeDomains, where domains are for sale', /^nsg\d\.namebrightdns\.com$/, 'hugedomains.com'),
  parking('BuyDomains, where domains are for sale', 'buydomains.com', 'this-domain-for-sale.com'),
  parking('Efty, where domains are for sale', 'eftydns.com'),
  parking('BrandBucket, where domains are for sale', 'brandbucket.com'),
  parking('Uniregistry, where domains are for sale', 'uniregistrymarket.link'),
  parking('Sedo, a parking service', 'sedoparking.com'),
  parking('Bodis, a parking service', 'bodis.com'),
  parking('ParkingCrew, a parking service', 'parkingcrew.net'),
  parking('Above.com, a parking service', 'above.com', 'abovedomains.com'),
  parking('ParkLogic, a parking service', 'parklogic.com'),
  parking('GoDaddy CashParking, a parking service', 'cashparking.com'),
  parking('Voodoo, a parking service', 'voodoo.com'),
  parking('a parking service', 'dsredirection.com', 'ztomy.com', 'fabulous.com', 'smartname.com'),
  parking(
    'Namecheap, for owners who have not confirmed their contact details',
    /^(?:failed-whois-verification|verify-contact-details)\.namecheap\.com$/,
  ),
  parking('Web.com, for domains that have expired', 'pendingrenewaldeletion.com', 'renewyourname.net'),
]

/** Whose parking all these name servers are; null when one of them is not known to be. */
export function parkingOf(nameServers: readonly string[]): Parking | null {
  const found = parkings.find((one) => nameServers.some((server) => isServerOf(one.nameServers, server)))
  return found !== undefined && nameServers.every((server) => isServerOf(found.nameServers, server))
    ? found
    : null
}

function parking(whose: string, ...nameServers: Provider['nameServers']): Parking {
  return { whose, nameServers }
}
