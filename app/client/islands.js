// Wakes the islands of a page. An external module, so that the page needs no inline script; it
// keeps the contract of leptos's island_script.js: islands in the order of the document, and an
// island within the children of another wakes inside that other's owner.
// Whatever fails in here leaves the page as the server sent it.

const { client, wasm } = document.getElementById("islands").dataset;

const load = async () => {
  const module = await import(client);
  try {
    await module.default({ module_or_path: wasm });
  } catch {
    // Some Android WebViews break on instantiateStreaming.
    const response = await fetch(wasm);
    await module.default({ module_or_path: await response.arrayBuffer() });
  }
  module.hydrate();
  wake(document.body, module);
};

const wake = (node, module, enter) => {
  for (const child of node.children) {
    if (child.localName === "leptos-island") {
      enter?.();
      module[child.dataset.component]?.(child);
    }
    wake(child, module, child.localName === "leptos-children" ? child.$$on_hydrate : enter);
  }
};

// After the first paint; a page that is never idle must not wait for ever.
if ("requestIdleCallback" in window) requestIdleCallback(load, { timeout: 2000 });
else setTimeout(load, 200);
