package org.corridor.auth.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.corridor.auth.domain.Permissions;
import org.corridor.web.security.AnyCaller;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** Every operation says who may call it, and is described. */
class OperationsTest {

  @Test
  void sayWhoMayCallThem() {
    for (var operation : operations()) {
      var permission = operation.getAnnotation(RequiresPermission.class);
      var ways =
          (permission == null ? 0 : 1)
              + (operation.isAnnotationPresent(PermitAll.class) ? 1 : 0)
              + (operation.isAnnotationPresent(AnyCaller.class) ? 1 : 0);

      assertThat(ways).as(operation.toString()).isEqualTo(1);
      if (permission != null) {
        assertThat(Permissions.all()).contains(permission.value());
        assertThat(operation.getAnnotation(Operation.class).description())
            .contains(permission.value());
      }
    }
  }

  @Test
  void areDescribedEachUnderANameOfItsOwn() {
    var names = new HashSet<String>();
    for (var method : operations()) {
      var operation = method.getAnnotation(Operation.class);

      assertThat(operation).as(method.toString()).isNotNull();
      assertThat(operation.summary()).as(method.toString()).isNotBlank();
      assertThat(names.add(operation.operationId())).as(operation.operationId()).isTrue();
    }
  }

  private static List<Method> operations() {
    var operations = new ArrayList<Method>();
    for (var type : new AuthApi().getClasses()) {
      if (type.isAnnotationPresent(Path.class) && type.getName().startsWith("org.corridor.auth")) {
        Arrays.stream(type.getDeclaredMethods())
            .filter(OperationsTest::isOperation)
            .forEach(operations::add);
      }
    }
    assertThat(operations).hasSizeGreaterThan(10);
    return operations;
  }

  private static boolean isOperation(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class));
  }
}
