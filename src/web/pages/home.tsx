import { Layout } from '#web/layout.tsx'
import { markOf, type Verdict } from '#web/marks.ts'
import { LookupBox } from '#web/parts/lookup-box.tsx'
import { MarkTag, Rosette } from '#web/parts/mark.tsx'

const meanings: readonly (readonly [Verdict, string])[] = [
  ['verified', 'The domain names the account and the account names the domain. Both were seen lately.'],
  ['controlled', 'Of a domain: whoever answers for it here showed lately that they control it.'],
  [
    'declared',
    'A domain says the account is its own; the account has not confirmed it. Anybody can say that.',
  ],
  [
    'at_risk',
    'One of the two proofs was not there at the last look. Its owner has some days to put it back.',
  ],
  ['not_ours', 'A domain says that the account is not its own.'],
  ['lapsed', 'It was proved once, and is no longer.'],
  ['suspended', 'Frozen: perhaps taken over, sold, or under review. Do not trust it for now.'],
  ['unregistered', 'We know nothing of it. That does not make it fake.'],
]

/** Two seals that hold each other: the whole idea of the registry in a picture. */
function TwoEnds() {
  return (
    <svg class="ends" viewBox="-49 -49 178 98" aria-hidden="true">
      <Rosette petals={16} />
      <g transform="translate(80)">
        <Rosette petals={16} />
      </g>
      <text text-anchor="middle" y="3.5">
        the domain
      </text>
      <text text-anchor="middle" x="80" y="3.5">
        the account
      </text>
    </svg>
  )
}

export function HomePage({ publicUrl }: { readonly publicUrl: string }) {
  return (
    <Layout
      title="Veramarca: is this account really theirs?"
      description="The open registry of brand accounts. Paste an account, a link, a domain or a name, and learn whether it is the brand’s own: proved by its domain and by the account itself."
      canonical={`${publicUrl}/`}
    >
      <section class="hero">
        <div>
          <h1>Is this account really theirs?</h1>
          <p class="lede">
            Veramarca is the open registry of brand accounts, each proved from both ends: by the brand’s
            domain and by the account itself.
          </p>
        </div>
        <TwoEnds />
        <LookupBox />
      </section>

      <section class="people" aria-label="Who it is for">
        <article>
          <h2>For everyone</h2>
          <p>
            Paste what you were sent before you trust it. The answer says which domain vouches, how that was
            proved, and when it was last seen.
          </p>
          <a href="/brands">Browse the directory</a>
        </article>
        <article>
          <h2>For companies</h2>
          <p>
            Prove your domain once, tie your accounts to it, and stay proved: we look again every day, and
            every decision goes into a public log.
          </p>
          <a href="/docs">Register a brand</a>
        </article>
        <article>
          <h2>For websites</h2>
          <p>
            Show a signed badge that anyone can check, even offline, and that ends by itself when its proofs
            do.
          </p>
          <a href="/docs">Embed a badge</a>
        </article>
      </section>

      <section class="key" aria-labelledby="key">
        <h2 id="key">What an answer can say</h2>
        <dl>
          {meanings.map(([verdict, meaning]) => (
            <div>
              <dt>
                <MarkTag mark={markOf(verdict, null)} />
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p class="fine">
          A name proves nothing here. Names are self-given until somebody has reviewed them, so every answer
          leads with a domain.
        </p>
      </section>
    </Layout>
  )
}
