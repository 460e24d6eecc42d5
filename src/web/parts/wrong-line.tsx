export function WrongLine() {
  return (
    <p class="wrong">
      <strong>Is this wrong?</strong> The registry follows proofs, not opinions. If it is your domain or your
      account, <a href="/docs">prove it</a>, and the entry changes by itself.
    </p>
  )
}
