/** HashiCorp Vault or OpenBao: settings from KV version 2, keys from Transit, by their HTTP API. */
package org.corridor.platform.secrets.vault;
