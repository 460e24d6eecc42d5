import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** Something that a visitor did. */
export type Done = { readonly what: string; readonly value: string }

type State = {
  readonly registryUrl: string
  readonly done: readonly Done[]
  readonly passed: number
  readonly refused?: string
}

export function panelPage({
  registryUrl,
  done,
  passed,
  refused,
}: State): HtmlEscapedString | Promise<HtmlEscapedString> {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>The Internet of this demo</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>
          :root {
            color-scheme: light dark;
            font:
              1rem/1.5 system-ui,
              sans-serif;
          }
          body {
            max-width: 60rem;
            margin: 2rem auto;
            padding: 0 1rem;
          }
          .all {
            display: grid;
            gap: 1rem;
            grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr));
          }
          form {
            border: 1px solid;
            border-radius: 0.5rem;
            padding: 1rem;
            display: grid;
            gap: 0.5rem;
            align-content: start;
          }
          h2 {
            margin: 0;
            font-size: 1.1rem;
          }
          label {
            display: grid;
          }
          input,
          select,
          textarea,
          button {
            font: inherit;
            padding: 0.4rem;
            min-height: 2.5rem;
          }
          textarea {
            min-height: 6rem;
          }
          pre {
            white-space: pre-wrap;
            overflow-wrap: anywhere;
          }
          .refused {
            border-left: 0.3rem solid #b3261e;
            padding-left: 1rem;
          }
        </style>
      </head>
      <body>
        <h1>The Internet of this demo</h1>
        <p>
          What you would do at a DNS provider, on a web server or on a platform, you do here. The registry is
          at <a href="${registryUrl}">${registryUrl}</a>${passed === 0 ? '' : html`, ${passed} days ahead`}.
        </p>
        ${refused === undefined ? '' : html`<pre class="refused" role="alert">${refused}</pre>`}
        <div class="all">
          <form method="post" action="/records">
            <h2>Set a DNS record</h2>
            <label
              >Name <input name="name" required placeholder="_veramarca-challenge.mybrand.example"
            /></label>
            <label
              >Type
              <select name="type">
                <option>TXT</option>
                <option>CNAME</option>
              </select></label
            >
            <label>Value <input name="value" required /></label><button>Set</button>
          </form>
          <form method="post" action="/records/remove">
            <h2>Remove a name’s records</h2>
            <label>Name <input name="name" required /></label><button>Remove</button>
          </form>
          <form method="post" action="/pages">
            <h2>Publish a page or file</h2>
            <label
              >Address <input name="url" type="url" required placeholder="https://mybrand.example/"
            /></label>
            <label>Content <textarea name="body"></textarea></label><button>Publish</button>
          </form>
          <form method="post" action="/profiles">
            <h2>Edit a profile</h2>
            <label
              >Platform
              <select name="platform">
                <option value="github">GitHub</option>
                <option value="mastodon">Mastodon</option>
                <option value="bluesky">Bluesky</option>
              </select></label
            >
            <label>Handle <input name="handle" required /></label>
            <label>Website <input name="website" placeholder="https://mybrand.example" /></label>
            <label>Bio <input name="bio" /></label><button>Save</button>
          </form>
          <form method="post" action="/posts">
            <h2>Post on X</h2>
            <label>As @ <input name="handle" required /></label>
            <label>Text <input name="text" required /></label><button>Post</button>
          </form>
          <form method="post" action="/trouble">
            <h2>Break a name server</h2>
            <label>Name <input name="name" required placeholder="lumen.example" /></label>
            <label
              >How
              <select name="trouble">
                <option value="servfail">fails</option>
                <option value="timeout">says nothing</option>
                <option value="none">works</option>
              </select></label
            ><button>Do</button>
          </form>
          <form method="post" action="/days">
            <h2>Let days pass</h2>
            <label>Days <input name="days" type="number" min="1" max="400" value="1" required /></label
            ><button>Pass</button>
          </form>
        </div>
        <h2>What you did</h2>
        ${
          done.length === 0
            ? html`<p>Nothing yet.</p>`
            : html`<ol>
                ${done.map(
                  ({ what, value }) =>
                    html`<li>
                      <strong>${what}</strong>
                      <pre>${value}</pre>
                    </li>`,
                )}
              </ol>`
        }
      </body>
    </html>`
}
