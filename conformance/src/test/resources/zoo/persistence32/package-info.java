@SequenceGenerator(name = "of-package", sequenceName = "package_numbers", initialValue = 7, allocationSize = 3)
@TableGenerator(name = "package-counters", table = "package_counters", pkColumnName = "what", valueColumnName = "next")
package zoo.persistence32;

import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
