/** Database migrations. */
package org.corridor.platform.schema;
