vcl 4.1;

# A shared cache in front of Pléiade, which says itself how long each answer may be kept and on what it depends.
backend default {
  .host = "127.0.0.1";
  .port = "8080";
}
