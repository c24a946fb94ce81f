/** The token against forged requests, from the cookie in which the server hands it to the page. */
export function csrfToken(cookies = document.cookie) {
  const pair = cookies.split(/;\s*/).find((cookie) => cookie.startsWith("XSRF-TOKEN="));
  return pair ? decodeURIComponent(pair.slice("XSRF-TOKEN=".length)) : null;
}
