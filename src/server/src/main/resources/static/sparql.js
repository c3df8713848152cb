// Puts YASGUI in the place of the plain form. Everything it needs is served by this site, and it asks nobody else.
(function () {
  "use strict";
  var place = document.getElementById("yasgui");
  var form = document.getElementById("plain");
  var text = document.getElementById("query");
  if (!place || !window.Yasgui) {
    return;
  }
  var endpoint = new URL(place.dataset.endpoint, location.href).href;
  // The editor's completers ask prefix.cc and lov; this page asks nobody but its own site.
  Yasgui.Yasqe.forkAutocompleter = Yasgui.Yasqe.forkAutocompleter || function () {};
  Yasgui.Yasqe.defaults.autocompleters = [];
  Yasgui.Yasqe.defaults.createShareableLink = null;
  Yasgui.Yasqe.defaults.resizeable = true;
  place.hidden = false;
  form.hidden = true;
  var editor = new Yasgui(place, {
    requestConfig: { endpoint: endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: function () { return []; } },
    persistenceId: null,
    autofocus: false,
    copyEndpointOnNewTab: true
  });
  var asked = new URLSearchParams(location.search).get("example");
  if (asked !== null || !editor.getTab().getQuery().trim()) {
    editor.getTab().setQuery(text.value);
  }
  document.querySelectorAll("a.try").forEach(function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      editor.getTab().setQuery(link.closest("li").querySelector("code").textContent);
      place.scrollIntoView();
    });
  });
  editor.getTab().setQuery(text.value);
})();
