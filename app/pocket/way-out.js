// The way out, should a service worker be a bad one: served in its place, it waits for nobody,
// forgets everything and goes. The open pages go on as pages without one.

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  await registration.unregister();
}
