@ConverterRegistration(domainType = Serial.class, converter = SerialConverter.class)
@FilterDef(name = "unused")
package zoo.identifiers;

import org.hibernate.annotations.ConverterRegistration;
import org.hibernate.annotations.FilterDef;
