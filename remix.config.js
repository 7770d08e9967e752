/**
 * Options for Remix. Under Vite, Remix itself never reads this file; `vite.config.ts` imports it
 * and hands it to the plugin (docs/decisions/0001-remix-2-under-vite.md).
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  buildDirectory: "build",
  serverModuleFormat: "esm",
  // Every URL stands in app/routes.ts; the folder `routes/` is sorted by audience, not by path.
  ignoredRouteFiles: ["**/*"],
  routes: async (defineRoutes) => (await import("./app/routes.ts")).defineUrls(defineRoutes),
  future: {
    v3_fetcherPersist: true,
    // A child's page must work offline once loaded, so nothing is discovered lazily.
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
