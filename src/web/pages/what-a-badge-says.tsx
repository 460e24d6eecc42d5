import type { Child } from 'hono/jsx'
import { Layout } from '#web/layout.tsx'

type Point = { readonly title: string; readonly body: Child }

const points: readonly Point[] = [
  {
    title: 'What it says',
    body: (
      <>
        <p>
          A domain, and that its people showed this registry that they control it: they put a text there which
          nobody else could put there. We look every day whether it still is.
        </p>
        <p>
          The whole badge also lists accounts, each only if both ends said so: the domain named the account
          and the account named the domain.
        </p>
      </>
    ),
  },
  {
    title: 'What it does not say',
    body: (
      <ul class="points">
        <li>
          <strong>That the name is theirs.</strong> Names are given by the brand itself until somebody has
          reviewed them, and two honest brands may share one. Read the domain: that is what was proved.
        </li>
        <li>
          <strong>That they are honest, or good.</strong> It is no seal of quality, no rating and no licence.
        </li>
        <li>
          <strong>That the site is safe today.</strong> A site with a badge can be broken into like any other.
        </li>
      </ul>
    ),
  },
  {
    title: 'A picture can be copied. What tells',
    body: (
      <ul class="points">
        <li>
          <strong>The address bar.</strong> The badge names a domain. If your browser shows another one, the
          badge is not for the site that you are on.
        </li>
        <li>
          <strong>The link.</strong> A badge leads to that brand’s page in this registry. Look whether the
          page is really here, and what it says now.
        </li>
        <li>
          <strong>The component.</strong> A badge shown by our component checks its signature in your browser
          and says “not for this site” on every site but the brand’s own.
        </li>
        <li>
          <strong>Verifying it.</strong> <a href="/verify">Give us the page</a>, and we say whether the badge
          on it is for it.
        </li>
      </ul>
    ),
  },
  {
    title: 'How long it lasts',
    body: (
      <>
        <p>
          Ten days at most, and never longer than the proofs that it rests on. It is renewed while they stand.
        </p>
        <dl class="facts">
          <div>
            <dt>Expired</dt>
            <dd>
              Its days are over. That may be an old copy: the brand’s page shows whether there is a fresh one.
            </dd>
          </div>
          <div>
            <dt>Revoked</dt>
            <dd>
              It was taken back for good, because what it said no longer holds. A fresh one may have replaced
              it.
            </dd>
          </div>
          <div>
            <dt>Suspended</dt>
            <dd>
              It does not count for now: the brand froze it, perhaps because it was hacked, or the domain is
              under review. Do not trust it until that ends.
            </dd>
          </div>
          <div>
            <dt>Not confirmed</dt>
            <dd>A proof was missing at the last look. Its owner has some days to put it back.</dd>
          </div>
        </dl>
      </>
    ),
  },
]

/** For a passer-by who has seen a badge somewhere. */
export function WhatABadgeSaysPage({ publicUrl }: { readonly publicUrl: string }) {
  return (
    <Layout
      title="What a badge says, and what it does not · Veramarca"
      description="A badge shows which domain vouches. It does not show that a name is theirs, and it is no seal of quality. What tells a copied badge, how long one lasts, and how to check it yourself."
      canonical={`${publicUrl}/what-a-badge-says`}
    >
      <article class="prose">
        <h1>What a badge says, and what it does not</h1>
        <p class="lede">
          A badge of this registry shows <strong>which domain vouches</strong>. It is a signed statement with
          a picture of it, and anybody can check it.
        </p>
        {points.map(({ title, body }) => (
          <section>
            <h2>{title}</h2>
            {body}
          </section>
        ))}
        <section>
          <h2>Who signs it, and how to check it yourself</h2>
          <p>
            This registry does, with a key that it publishes at{' '}
            <a href="/.well-known/did.json">{`${publicUrl}/.well-known/did.json`}</a>. The badge is a W3C
            Verifiable Credential (a JWT signed with ES256), and the lists of what was taken back are W3C
            Bitstring Status Lists, so you need not trust our word or our software:
          </p>
          <ul class="points">
            <li>
              <a href="/verify">Verify it here</a>: give the page that shows the badge, the picture, or the
              signed text, and see each step.
            </li>
            <li>
              With any library that reads such credentials, from did.json alone: the README of this registry’s
              source has the few lines for several of them.
            </li>
            <li>
              Without the network: <code>npm run veramarca -- verify badge.jwt --offline did.json</code>. It
              then says “signature valid, status unknown”, because nobody was asked whether the badge was
              taken back.
            </li>
          </ul>
        </section>
      </article>
    </Layout>
  )
}
