import type { ClientAddress } from '#base/client-address.ts'
import type { Clock } from '#base/clock.ts'
import type { Mailer } from '#base/mailer.ts'
import type { Queue } from '#base/queue.ts'
import type { Random } from '#base/random.ts'
import type { Raster } from '#base/raster.ts'
import type { Signer } from '#base/signer.ts'
import type { Site } from '#base/site.ts'
import type { Tally } from '#base/tally.ts'
import type { Db } from '#db/open.ts'
import type { Net } from '#net/net.ts'
import type { Credentials } from '#proofs/reader.ts'

/** The seams of the house. A verb takes the few it needs: `Pick<Deps, 'db' | 'clock'>`. */
export type Deps = {
  readonly db: Db
  readonly net: Net
  readonly clock: Clock
  readonly random: Random
  readonly signer: Signer
  readonly site: Site
  readonly raster: Raster
  /** Null where a loop looks for due work all the time. */
  readonly queue: Queue | null
  /** The operator's own, for platforms that tell nothing without; empty by default. */
  readonly credentials: Credentials
  /** Null where nothing leaves: at home mail is read in `/mailbox`. */
  readonly mailer: Mailer | null
  readonly clientAddress: ClientAddress
  readonly tally: Tally
}
